namespace Workflows.Rules.Inputs;

/// <summary>What a single JSON value looks like.</summary>
internal enum JsonScalar
{
    Null,
    Bool,
    Int,
    Long,
    Double,
    Instant,
    Text,
    Mixed,
}
