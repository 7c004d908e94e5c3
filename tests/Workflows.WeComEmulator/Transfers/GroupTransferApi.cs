using System.Text.Json.Nodes;
using Workflows.WeComEmulator.Calls;
using Workflows.WeComEmulator.Groups;

namespace Workflows.WeComEmulator.Transfers;

/// <summary>Groups handed over to another owner.</summary>
internal static class GroupTransferApi
{
    private const int MostGroups = 100;
    private const int MostOnTheJob = 2;

    public static IEnumerable<ApiMethod> Methods { get; } =
    [
        ApiMethod.Post("externalcontact/groupchat/transfer", call => Hand(call, resigned: true)),
        ApiMethod.Post("externalcontact/groupchat/onjob_transfer", call => Hand(call, resigned: false)),
    ];

    private static JsonObject Hand(Call call, bool resigned)
    {
        var chats = call.Body.Texts("chat_id_list");
        if (chats.Count is 0 or > MostGroups)
        {
            throw RefusedException.TooMany("chat_id_list", chats.Count, MostGroups);
        }

        var owner = call.Member(call.Body.Required("new_owner"));
        if (!owner.CanServe)
        {
            throw new RefusedException(ErrorCodes.NoContactRight);
        }

        var failed = chats
            .Select(chat => (Chat: chat, Code: Move(call, chat, owner.UserId, resigned)))
            .Where(result => result.Code != 0)
            .Select(result => new
            {
                chat_id = result.Chat,
                errcode = result.Code,
                errmsg = ErrorTexts.Of(result.Code),
            });
        return Answer.Ok(new { failed_chat_list = failed.ToList() });
    }

    private static int Move(Call call, string chat, string owner, bool resigned)
    {
        if (!call.Company.Groups.TryGetValue(chat, out var group))
        {
            return ErrorCodes.NotACustomerGroup;
        }

        if (resigned && call.Company.Members[group.Owner].ResignedAt is null)
        {
            return ErrorCodes.OwnerNotResigned;
        }

        var recent = group.Handovers.Count(at => at > call.Now - TransferBook.Window);
        if ((!resigned && recent >= MostOnTheJob) || !call.Company.Quotas.TryTakeGroupTransfer(owner, call.Now))
        {
            return ErrorCodes.TooMany;
        }

        group.Handovers.Add(call.Now);
        group.Owner = owner;
        group.Status = resigned ? 3 : group.Status;
        if (!group.Has(owner))
        {
            group.Add(new GroupMember(owner, 1, call.Now, 1, null, null), call.Company.Ids);
        }

        return 0;
    }
}
