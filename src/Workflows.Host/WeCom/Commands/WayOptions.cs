using System.CommandLine;
using Workflows.Marketing.Channels.WeCom.Ways;

namespace Workflows.Host.WeCom.Commands;

/// <summary>What the commands of ways are told.</summary>
internal static class WayOptions
{
    public static readonly Argument<string> Name = new("NAME")
    {
        Description = "The way's name, which comes back with the customer: 1 to 30 letters, digits, '-' and '_'.",
    };

    public static readonly Option<WayKind> Kind = new("--kind")
    {
        Description = "Where it leads: a QR code that adds staff, one into a group, or an acquisition link.",
        HelpName = "Contact|Group|Link",
        DefaultValueFactory = _ => WayKind.Contact,
    };

    public static readonly Option<string[]> Staff = Several(
        "--staff",
        "USERID",
        "Staff it adds; several times for several."
    );

    public static readonly Option<string[]> Groups = Several(
        "--group",
        "CHATID",
        "Groups it leads to; several times for up to 5."
    );

    public static readonly Option<string?> SourceTag = Text(
        "--source-tag",
        "TAG",
        "The source tag of who comes by it."
    );

    public static readonly Option<string?> Remark = Text("--remark", "TEXT", "What it is, for people.");

    public static readonly Option<string?> NewGroup = Text(
        "--new-group",
        "NAME",
        "What new groups are called when all are full; none are made without it."
    );

    public static readonly Option<string?> Store = Text("--store", "ID", "The store where its code hangs.");

    public static readonly Option<bool> Verifies = new("--verify") { Description = "Staff have to agree first." };

    public static readonly Option<string> Output = new("--output")
    {
        Description = "The file the picture goes to.",
        HelpName = "FILE",
        Required = true,
    };

    /// <summary>The way that is described.</summary>
    public static WaySpec Read(ParseResult parsed) =>
        new WayBody(
            parsed.GetValue(Kind),
            parsed.GetValue(Staff),
            parsed.GetValue(Groups),
            parsed.GetValue(SourceTag),
            parsed.GetValue(Remark),
            !parsed.GetValue(Verifies),
            parsed.GetValue(NewGroup),
            parsed.GetValue(Store)
        ).ToSpec(parsed.GetRequiredValue(Name));

    private static Option<string[]> Several(string name, string help, string description) =>
        new(name)
        {
            Description = description,
            HelpName = help,
            DefaultValueFactory = _ => [],
        };

    private static Option<string?> Text(string name, string help, string description) =>
        new(name) { Description = description, HelpName = help };
}
