namespace Workflows.Host.Commands;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>The input could be read, and what it was checked for does not hold: a failed case, a definition with errors.</summary>
    public const int Failed = 1;

    /// <summary>The input or the surroundings are wrong: no such file, broken JSON, unknown option, no database.</summary>
    public const int BadInput = 2;

    /// <summary>Something that should not happen did.</summary>
    public const int Unexpected = 70;
}
