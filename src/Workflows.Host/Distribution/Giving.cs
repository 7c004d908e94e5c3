using Workflows.Storage.Content;

namespace Workflows.Host.Distribution;

/// <summary>What came of giving a content out: a closed set of cases.</summary>
internal abstract record Giving
{
    private Giving() { }

    /// <summary>It is given out.</summary>
    public sealed record Given(DistributionReport Report) : Giving;

    /// <summary>What was asked for cannot be understood.</summary>
    public sealed record Mistaken(string Detail) : Giving;

    /// <summary>There is no such content.</summary>
    public sealed record Unknown(string Detail) : Giving;

    /// <summary>It may not be said, or the distribution's id is taken.</summary>
    public sealed record Impossible(string Detail) : Giving;
}
