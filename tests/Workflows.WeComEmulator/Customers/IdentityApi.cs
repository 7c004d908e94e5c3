using System.Text.Json.Nodes;
using Workflows.WeComEmulator.Calls;

namespace Workflows.WeComEmulator.Customers;

/// <summary>One customer's identities in the company's several worlds.</summary>
internal static class IdentityApi
{
    public static IEnumerable<ApiMethod> Methods { get; } =
    [
        ApiMethod.Post("externalcontact/unionid_to_external_userid", ByUnionId),
        ApiMethod.Post("externalcontact/convert_to_openid", ToOpenId),
        ApiMethod.Post("externalcontact/batch_to_external_userid", ByMobile),
        ApiMethod.Post("externalcontact/contact_list", ContactList),
        ApiMethod.Post("externalcontact/get_user_behavior_data", Behaviour),
    ];

    private static JsonObject ByUnionId(Call call)
    {
        var unionId = call.Body.Required("unionid");
        var customer =
            call.Company.Customers.Values.FirstOrDefault(someone =>
                string.Equals(someone.UnionId, unionId, StringComparison.Ordinal)
            ) ?? throw new RefusedException(ErrorCodes.NoRelation);
        return Answer.Ok(new { external_userid = customer.ExternalUserId });
    }

    private static JsonObject ToOpenId(Call call) =>
        Answer.Ok(new { openid = call.Customer(call.Body.Required("external_userid", ErrorCodes.NoCustomer)).OpenId });

    private static JsonObject ByMobile(Call call)
    {
        var found = call
            .Body.Texts("mobiles")
            .Select(mobile => (Mobile: mobile, Customer: WithMobile(call, mobile)))
            .ToList();
        return Answer.Ok(
            new
            {
                success_list = found
                    .Where(pair => pair.Customer is not null)
                    .Select(pair => new { mobile = pair.Mobile, external_userid = pair.Customer!.ExternalUserId }),
                fail_list = found
                    .Where(pair => pair.Customer is null)
                    .Select(pair => new
                    {
                        errcode = ErrorCodes.NoRecord,
                        errmsg = "record not found",
                        mobile = pair.Mobile,
                    }),
            }
        );
    }

    private static Customer? WithMobile(Call call, string mobile) =>
        call.Company.Customers.Values.FirstOrDefault(customer =>
            string.Equals(customer.Mobile, mobile, StringComparison.Ordinal)
        );

    private static JsonObject ContactList(Call call)
    {
        var all = call
            .Company.Customers.Values.SelectMany(customer =>
                customer.Follows.Values.Select(relation => new
                {
                    is_customer = true,
                    tmp_openid = $"tmp{customer.OpenId}",
                    external_userid = customer.ExternalUserId,
                    follow_userid = relation.UserId,
                    add_time = relation.Since.ToUnixTimeSeconds(),
                })
            )
            .ToList();
        var (page, next) = Paging.Of(all, call.Body.Text("cursor"), call.Body.Limit(1_000, 1_000));
        return Answer.Ok(new { info_list = page, next_cursor = next });
    }

    private static JsonObject Behaviour(Call call)
    {
        var members = call.Body.Texts("userid");
        if (members.Count > 100)
        {
            throw RefusedException.TooMany("userid", members.Count, 100, ErrorCodes.BadUserListLength);
        }

        var from = call.Body.Number("start_time") ?? throw RefusedException.Missing("start_time");
        var to = call.Body.Number("end_time") ?? throw RefusedException.Missing("end_time");
        return to - from is >= 0 and <= 30 * 86_400
            ? Answer.Ok(new { behavior_data = BehaviourDays.Of(call, members, from, to) })
            : throw RefusedException.Wrong("end_time", "must be within 30 days of start_time");
    }
}
