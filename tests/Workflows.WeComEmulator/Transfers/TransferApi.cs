using System.Text.Json.Nodes;
using Workflows.WeComEmulator.Calls;
using Workflows.WeComEmulator.Content;
using Workflows.WeComEmulator.Members;

namespace Workflows.WeComEmulator.Transfers;

/// <summary>Customers handed over, on the job and after leaving.</summary>
internal static class TransferApi
{
    private const int MostCustomers = 100;

    public static IEnumerable<ApiMethod> Methods { get; } =
    [
        ApiMethod.Post("externalcontact/transfer_customer", call => Start(call, resigned: false)),
        ApiMethod.Post("externalcontact/resigned/transfer_customer", call => Start(call, resigned: true)),
        ApiMethod.Post("externalcontact/transfer_result", Result),
        ApiMethod.Post("externalcontact/resigned/transfer_result", Result),
        ApiMethod.Post("externalcontact/get_unassigned_list", Unassigned),
    ];

    private static JsonObject Start(Call call, bool resigned)
    {
        var body = call.Body;
        var customers = body.Texts("external_userid");
        if (customers.Count is 0 or > MostCustomers)
        {
            throw RefusedException.TooMany("external_userid", customers.Count, MostCustomers);
        }

        var text = Sizes.OptionalCharacters("transfer_success_msg", body.Text("transfer_success_msg"), 200);
        var (from, to) = (call.Member(body.Required("handover_userid")), Taker(call));
        if (from == to)
        {
            throw new RefusedException(ErrorCodes.SamePerson);
        }

        if (resigned && from.ResignedAt is null)
        {
            throw new RefusedException(ErrorCodes.NotResigned);
        }

        return Answer.Ok(
            new
            {
                customer = customers.Select(id => new
                {
                    external_userid = id,
                    errcode = Handover.Start(
                        call,
                        new Transfer(from.UserId, to.UserId, id, call.Now) { Text = text },
                        resigned
                    ),
                }),
            }
        );
    }

    private static Member Taker(Call call)
    {
        var to = call.Member(call.Body.Required("takeover_userid"));
        return !to.IsActivated ? throw new RefusedException(ErrorCodes.NotActivated)
            : !to.IsRealNamed ? throw new RefusedException(ErrorCodes.NotRealNamed)
            : !to.HasContactRight || to.ResignedAt is not null ? throw new RefusedException(ErrorCodes.NoContactRight)
            : to;
    }

    private static JsonObject Result(Call call)
    {
        var from = call.Body.Required("handover_userid");
        var to = call.Body.Required("takeover_userid");
        var all = call
            .Company.Transfers.All.Where(transfer =>
                string.Equals(transfer.From, from, StringComparison.Ordinal)
                && string.Equals(transfer.To, to, StringComparison.Ordinal)
            )
            .ToList();
        var (page, next) = Paging.Of(all, call.Body.Text("cursor"), 1_000);
        return Answer.Ok(
            new
            {
                customer = page.Select(transfer => new
                {
                    external_userid = transfer.Customer,
                    status = transfer.Status,
                    takeover_time = transfer.TakenAt?.ToUnixTimeSeconds() ?? 0,
                }),
                next_cursor = next,
            }
        );
    }

    private static JsonObject Unassigned(Call call)
    {
        var all = call
            .Company.Members.Values.Where(member => member.ResignedAt is not null)
            .SelectMany(member =>
                member.Customers.Keys.Select(customer => new
                {
                    handover_userid = member.UserId,
                    external_userid = customer,
                    dimission_time = member.ResignedAt!.Value.ToUnixTimeSeconds(),
                })
            )
            .ToList();
        var (page, next) = Paging.Of(all, call.Body.Text("cursor"), call.Body.Limit(1_000, 1_000, "page_size"));
        return Answer.Ok(
            new
            {
                info = page,
                is_last = next.Length == 0,
                next_cursor = next,
            }
        );
    }
}
