using System.Text.Json.Nodes;
using Workflows.WeComEmulator.Calls;
using Workflows.WeComEmulator.Content;

namespace Workflows.WeComEmulator.Customers;

/// <summary>Customers: lists, details, remarks and tags of a relation.</summary>
internal static class CustomerApi
{
    private const int FollowersAPage = 500;

    public static IEnumerable<ApiMethod> Methods { get; } =
    [
        ApiMethod.Get("externalcontact/list", List),
        ApiMethod.Get("externalcontact/get", Get),
        ApiMethod.Post("externalcontact/batch/get_by_user", GetByUser),
        ApiMethod.Post("externalcontact/remark", Remark),
        ApiMethod.Post("externalcontact/mark_tag", MarkTag),
    ];

    private static JsonObject List(Call call)
    {
        var member = call.Member(call.Asked("userid"));
        var customers = member.Customers.Keys.ToList();
        return customers.Count > 0
            ? Answer.Ok(new { external_userid = customers })
            : throw new RefusedException(ErrorCodes.NoRelation);
    }

    private static JsonObject Get(Call call)
    {
        var customer = call.Customer(call.Asked("external_userid", ErrorCodes.NoCustomer));
        var followers = customer.Follows.Values.Where(relation => call.App.Sees(relation.UserId)).ToList();
        if (followers.Count == 0)
        {
            throw new RefusedException(ErrorCodes.NoRelation);
        }

        var (page, next) = Paging.Of(followers, call.Query.GetValueOrDefault("cursor"), FollowersAPage);
        return Answer.Ok(
            new
            {
                external_contact = CustomerShape.Contact(customer),
                follow_user = page.Select(relation => CustomerShape.Follower(call.Company, relation)),
                next_cursor = next.Length > 0 ? next : null,
            }
        );
    }

    private static JsonObject GetByUser(Call call)
    {
        var userIds = call.Body.Texts("userid_list");
        if (userIds.Count is 0 or > 100)
        {
            throw RefusedException.TooMany("userid_list", userIds.Count, 100, ErrorCodes.BadUserListLength);
        }

        List<(Customer Customer, Relation Relation)> pairs =
        [
            .. userIds
                .Select(call.Member)
                .SelectMany(member =>
                    member.Customers.Values.Select(customer => (customer, customer.Follows[member.UserId]))
                ),
        ];
        var (page, next) = Paging.Of(pairs, call.Body.Text("cursor"), call.Body.Limit(100, 50));
        return Answer.Ok(
            new
            {
                external_contact_list = page.Select(pair => new
                {
                    external_contact = CustomerShape.Contact(pair.Customer),
                    follow_info = CustomerShape.Following(pair.Relation),
                }),
                next_cursor = next,
            }
        );
    }

    private static JsonObject Remark(Call call)
    {
        var body = call.Body;
        var relation = call.Relation(body.Required("userid"), body.Required("external_userid", ErrorCodes.NoCustomer));
        relation.Remark = Sizes.OptionalCharacters("remark", body.Text("remark"), 20) ?? relation.Remark;
        relation.Description =
            Sizes.OptionalCharacters("description", body.Text("description"), 150) ?? relation.Description;
        relation.RemarkCompany =
            Sizes.OptionalCharacters("remark_company", body.Text("remark_company"), 20) ?? relation.RemarkCompany;
        if (body.Has("remark_mobiles"))
        {
            // They are replaced as a whole; one empty number clears them.
            relation.RemarkMobiles = [.. body.Texts("remark_mobiles").Where(mobile => mobile.Length > 0)];
        }

        return Answer.Ok();
    }

    private static JsonObject MarkTag(Call call)
    {
        var body = call.Body;
        var relation = call.Relation(body.Required("userid"), body.Required("external_userid", ErrorCodes.NoCustomer));
        var (add, remove) = (body.Texts("add_tag"), body.Texts("remove_tag"));
        if (add.Count == 0 && remove.Count == 0)
        {
            throw RefusedException.Missing("add_tag and remove_tag");
        }

        if (add.Concat(remove).Any(tag => call.Company.Tags.Find(tag) is null))
        {
            throw new RefusedException(ErrorCodes.BadTag);
        }

        relation.Tags.UnionWith(add);
        relation.Tags.ExceptWith(remove);
        return Answer.Ok();
    }
}
