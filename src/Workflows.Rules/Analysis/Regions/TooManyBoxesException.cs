namespace Workflows.Rules.Analysis.Regions;

/// <summary>A condition falls into more cases than are looked at; the analysis that meets it says so.</summary>
internal sealed class TooManyBoxesException()
    : Exception($"The condition falls into more than {Region.MostBoxes} cases.");
