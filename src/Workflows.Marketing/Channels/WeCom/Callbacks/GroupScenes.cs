namespace Workflows.Marketing.Channels.WeCom.Callbacks;

/// <summary>How somebody came into a group, or out of it, as WeCom numbers it. A number that is not known is <c>other</c>.</summary>
internal static class GroupScenes
{
    public static string? NameOf(string field, string? number) =>
        (field, number) switch
        {
            (_, null) => null,
            ("JoinScene", "0" or "1") => "invited",
            ("JoinScene", "2") => "invite_link",
            ("JoinScene", "3") => "qr",
            ("QuitScene", "0") => "left",
            ("QuitScene", "1") => "removed",
            _ => "other",
        };
}
