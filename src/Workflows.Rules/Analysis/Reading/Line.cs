using Workflows.Rules.Analysis.Regions;

namespace Workflows.Rules.Analysis.Reading;

/// <summary>A comparison of a dimension with a threshold.</summary>
/// <param name="Dimension">What is compared.</param>
/// <param name="Operator">How.</param>
/// <param name="Threshold">With which number.</param>
/// <param name="FailsOnNull">Whether a missing value is a failure.</param>
internal sealed record Line(Dimension Dimension, Operator Operator, decimal Threshold, bool FailsOnNull)
{
    /// <summary>Where the values are cut in two; null for (in)equality, which cuts twice.</summary>
    public Cut? Cut =>
        Operator switch
        {
            Operator.Less or Operator.GreaterOrEqual => Regions.Cut.Before(Threshold),
            Operator.LessOrEqual or Operator.Greater => Regions.Cut.After(Threshold),
            _ => null,
        };
}
