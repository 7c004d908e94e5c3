namespace Workflows.Marketing.Mining;

/// <summary>The events of contacts who show that they mean to buy.</summary>
public static class IntentEvents
{
    /// <summary>Who tells them.</summary>
    public const string Source = "mining";

    /// <summary>
    /// The contact has done a check-in task or a course (S0-30); data: <c>by</c> (<c>check-in</c> or <c>course</c>), <c>task</c> (which, where one is named),
    /// <c>count</c>, <c>reward</c> (what was promised), <c>journey</c>. Comes once for a contact and task.
    /// </summary>
    public const string Shown = "intent.shown";
}
