namespace Workflows.Marketing.Contacts;

/// <summary>What sites, shops and people tell of a contact's behaviour (S3-63); see <see cref="BehaviourFacts"/> for what is kept of it.</summary>
public static class BehaviourEvents
{
    /// <summary>The contact looked at a page; data: <c>page</c> and optional <c>title</c>, <c>seconds</c>.</summary>
    public const string PageViewed = "page.viewed";

    /// <summary>The contact followed a link that is not tracked by us; data: <c>url</c>, <c>content</c>.</summary>
    public const string LinkClicked = "link.clicked";

    /// <summary>The contact showed interest; data: <c>topic</c> and optional <c>in</c>: <c>chat</c>, <c>content</c>, <c>survey</c>.</summary>
    public const string InterestShown = "interest.shown";

    /// <summary>How much the contact is interested; data: <c>topic</c> and <c>score</c>, 0–100.</summary>
    public const string InterestScored = "interest.scored";

    /// <summary>The contact did something; data: <c>action</c>, for example <c>attended</c> or <c>shared</c>.</summary>
    public const string ActionDone = "action.done";
}
