namespace Workflows.Marketing.Messaging;

/// <summary>Whether a message may leave now: a closed set of cases.</summary>
public abstract record Verdict
{
    private Verdict() { }

    /// <summary>It may.</summary>
    public sealed record Allowed : Verdict
    {
        /// <summary>The only one.</summary>
        public static Allowed Instance { get; } = new();
    }

    /// <summary>Not before <paramref name="Until"/>; then it is judged again.</summary>
    /// <param name="Until">The earliest time at which it may be allowed.</param>
    /// <param name="Code">Which limit said so, for reports.</param>
    public sealed record Deferred(DateTimeOffset Until, string Code) : Verdict;

    /// <summary>Never.</summary>
    /// <param name="Code">Which limit said so, for reports.</param>
    public sealed record Dropped(string Code) : Verdict;
}
