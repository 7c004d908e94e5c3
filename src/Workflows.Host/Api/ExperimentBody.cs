using Workflows.Marketing.Experiments;

namespace Workflows.Host.Api;

/// <summary>How an experiment goes.</summary>
/// <param name="Experiment">Its name.</param>
/// <param name="Arms">Its arms.</param>
/// <param name="PValue">The chance that equal arms differ at least so much; null without two samples.</param>
/// <param name="IsSignificant">Whether the difference is more than chance.</param>
/// <param name="Winner">The better arm, once that is significant.</param>
internal sealed record ExperimentBody(
    string Experiment,
    IReadOnlyList<ExperimentArmBody> Arms,
    double? PValue,
    bool IsSignificant,
    string? Winner
)
{
    public static ExperimentBody From(ExperimentReport report) =>
        new(
            report.Experiment,
            [.. report.Arms.Select(ExperimentArmBody.From)],
            report.PValue,
            report.IsSignificant,
            report.Winner
        );
}
