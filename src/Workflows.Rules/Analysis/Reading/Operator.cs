namespace Workflows.Rules.Analysis.Reading;

/// <summary>How two values are compared.</summary>
internal enum Operator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
