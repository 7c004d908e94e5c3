using Workflows.Storage.Links;

namespace Workflows.Host.Links;

/// <summary>What customers see who follow a link that has ended (S0-61): a word, a way back where there is one, and nothing of where it led.</summary>
/// <param name="clock">What time it is.</param>
/// <param name="home">Where the page leads back to, or null.</param>
internal sealed class EndedPage(TimeProvider clock, string? home)
{
    private static readonly SaidPage Shown = new(
        new("链接已过期", "活动已经结束，或链接的有效期已过。您可以在与我们的聊天中索取新的链接。"),
        new(
            "This link has ended",
            "The offer is over, or the link was valid for a time only. Ask us for a new one in our chat."
        )
    );

    /// <summary>Whether a link has ended.</summary>
    public bool Holds(FollowedLink link) => link.EndsAt <= clock.GetUtcNow();

    /// <summary>The page of a link that has ended.</summary>
    public IResult Answer(HttpContext context) => Shown.Answer(context, StatusCodes.Status410Gone, home: home);
}
