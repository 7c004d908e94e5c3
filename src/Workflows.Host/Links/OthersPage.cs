using Workflows.Host.Composition;
using Workflows.Marketing.Content;
using Workflows.Storage.Links;

namespace Workflows.Host.Links;

/// <summary>What customers see who follow a link that is for others only (S2-05): a word, a way back where there is one, and nothing of where it leads.</summary>
/// <param name="admission">Says whom links are for.</param>
/// <param name="home">Where the page leads back to, or null.</param>
internal sealed class OthersPage(LinkAdmission admission, string? home)
{
    private static readonly SaidPage Shown = new(
        new(
            "您不符合参加条件",
            "这项优惠只面向部分客户，例如还没下过单的新朋友。想了解适合您的优惠，请在聊天中问我们。"
        ),
        new(
            "This is not for you",
            "The offer is for some customers only, such as newcomers. Ask us in our chat for one that fits."
        )
    );

    /// <summary>Whether a link is for others than whom it was sent to, at this moment.</summary>
    public async Task<bool> HoldsAsync(FollowedLink link, CancellationToken cancellationToken) =>
        link.Audience is { } audience
        && !await admission.AdmitsAsync(Tenants.Default, link.ContactId, audience, cancellationToken);

    /// <summary>The page of a link that is for others.</summary>
    public IResult Answer(HttpContext context) => Shown.Answer(context, home: home);
}
