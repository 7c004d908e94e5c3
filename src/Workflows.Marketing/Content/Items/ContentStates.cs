namespace Workflows.Marketing.Content;

/// <summary>What states allow.</summary>
public static class ContentStates
{
    /// <summary>Whether a version in this state may be sent.</summary>
    public static bool IsSendable(this ContentState state) => state is ContentState.Approved or ContentState.Used;

    /// <summary>Where a step leads from a state; null where it cannot be taken.</summary>
    public static ContentState? After(this ContentState state, ContentStep step) =>
        (state, step) switch
        {
            (ContentState.Draft, ContentStep.Submit) => ContentState.Review,
            (ContentState.Review, ContentStep.Approve) => ContentState.Approved,
            (ContentState.Review, ContentStep.Refuse) => ContentState.Draft,
            (ContentState.Approved or ContentState.Used, ContentStep.Withdraw) => ContentState.Withdrawn,
            (ContentState.Withdrawn, ContentStep.Reinstate) => ContentState.Approved,
            (ContentState.Approved, ContentStep.Use) => ContentState.Used,
            _ => null,
        };
}
