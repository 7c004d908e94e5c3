using System.Globalization;
using Workflows.WeComEmulator.Corp;
using Workflows.WeComEmulator.Groups;

namespace Workflows.WeComEmulator.Callbacks;

/// <summary>Events about a customer group.</summary>
internal static class GroupEvents
{
    public static CallbackEvent Of(Company company, string change, string chatId) => Of(company, change, chatId, []);

    public static CallbackEvent Joined(
        Company company,
        CustomerGroup group,
        string customer,
        int scene,
        string before
    ) => Change(company, group, "add_member", customer, before, ("JoinScene", Text(scene)));

    public static CallbackEvent Left(Company company, CustomerGroup group, string customer, int scene, string before) =>
        Change(company, group, "del_member", customer, before, ("QuitScene", Text(scene)));

    private static CallbackEvent Change(
        Company company,
        CustomerGroup group,
        string detail,
        string customer,
        string before,
        (string Name, string? Value) scene
    ) =>
        Of(
            company,
            "update",
            group.ChatId,
            [
                ("UpdateDetail", detail),
                scene,
                ("MemChangeCnt", "1"),
                ("MemChangeList", customer),
                ("LastMemVer", before),
                ("CurMemVer", group.Version),
            ]
        );

    private static CallbackEvent Of(
        Company company,
        string change,
        string chatId,
        (string Name, string? Value)[] more
    ) => new(company.Id, "change_external_chat", change, chatId, [("ChatId", chatId), .. more]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
