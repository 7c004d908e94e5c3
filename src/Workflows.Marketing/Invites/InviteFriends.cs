using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Invites;

/// <summary>
/// Gives the contact an invitation of their own (S3-11…14): a code, and a link that carries it. What the message says next passes it on; <em>Fission
/// task</em> counts who follows it.
/// </summary>
[Activity(
    "Marketing",
    "Social",
    "Gives the contact an invitation link of their own, to be passed on; Fission task counts who follows it.",
    DisplayName = "Invitation link",
    Icon = "invite"
)]
public sealed class InviteFriends : CodeActivity
{
    /// <summary>The campaign.</summary>
    [Input(
        Description = "The campaign, 1 to 20 letters and digits, the same as in Fission task.",
        IsRequired = true,
        Order = 1
    )]
    public Input<string> Campaign { get; set; } = default!;

    /// <summary>What the link leads to.</summary>
    [Input(
        DisplayName = "Leads to",
        Description = "What the link leads to: a WeCom acquisition link, a group's join page, an official account, the shop.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "WeCom", "Group", "OfficialAccount", "Distribution" },
        DefaultValue = "WeCom",
        Order = 2
    )]
    public Input<string> LeadsTo { get; set; } = new("WeCom");

    /// <summary>The link that everybody has in common.</summary>
    [Input(
        Description = "The link that everybody has in common, for example of 获客助手; the contact's code is appended to it.",
        Order = 3
    )]
    public Input<string?> Link { get; set; } = default!;

    /// <summary>The contact's code.</summary>
    [Output(Description = "The contact's code, for QR codes and forms that are made elsewhere.")]
    public Output<string>? Code { get; set; }

    /// <summary>The contact's link.</summary>
    [Output(DisplayName = "Invitation link", Description = "The contact's own link.")]
    public Output<string>? InviteLink { get; set; }

    /// <inheritdoc/>
    protected override void Execute(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var campaign = Campaign.Get(context)?.Trim();
        if (!InviteCode.IsCampaign(campaign))
        {
            throw new FaultException("BadCampaign", $"'{campaign}' is no campaign: write 1 to 20 letters and digits.");
        }

        var contact = context.Contact();
        var code = new InviteCode(campaign!, contact.Id).ToString();
        context.JournalData["code"] = code;
        context.Emit(
            new ContactNoted(
                context.EffectKey("invitation"),
                contact.Id,
                new ContactNote(
                    HistoryKind.Invitation,
                    context.Now,
                    campaign,
                    code,
                    context.Instance.Graph.DefinitionId
                )
            )
        );
        context.Set(Code, code);
        context.Set(InviteLink, Append(context.Get(Link)?.Trim(), LeadsTo.Get(context), code));
    }

    /// <summary>A link with a code in it; empty where there is no link.</summary>
    internal static string Append(string? link, string? leadsTo, string code)
    {
        if (string.IsNullOrEmpty(link))
        {
            return "";
        }

        var (address, anchor) = link.Split('#', 2) is [var before, var behind] ? (before, $"#{behind}") : (link, "");
        return $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Parameter(leadsTo)}={code}{anchor}";
    }

    // WeCom's links hand back one parameter only; the others are ours to name.
    private static string Parameter(string? leadsTo) =>
        leadsTo switch
        {
            "WeCom" => "customer_channel",
            "OfficialAccount" => "scene",
            _ => "invite",
        };
}
