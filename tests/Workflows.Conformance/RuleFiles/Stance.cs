namespace Workflows.Conformance.RuleFiles;

/// <summary>What the product says to a case, where it may say less than the original.</summary>
internal enum Stance
{
    /// <summary>It answers, and what it answers is compared.</summary>
    Answered,

    /// <summary>It tells the author's mistake, and the original failed on it, too.</summary>
    Diagnosed,

    /// <summary>It leaves the question to the judge, or refuses what the original takes.</summary>
    Declined,
}
