namespace Workflows.Marketing.Channels.WeCom.Tasks;

/// <summary>What a search for the task of an open intent came to: a closed set of cases.</summary>
internal abstract record FoundTask
{
    private FoundTask() { }

    /// <summary>It was made.</summary>
    /// <param name="Name">WeCom's lasting name for it.</param>
    /// <param name="Doubles">Names of further tasks that are its doubles: they have to be taken back.</param>
    public sealed record Made(string Name, IReadOnlyList<string> Doubles) : FoundTask;

    /// <summary>It was surely not made.</summary>
    public sealed record Absent : FoundTask;

    /// <summary>It cannot be said yet.</summary>
    public sealed record Unclear(string Reason) : FoundTask;
}
