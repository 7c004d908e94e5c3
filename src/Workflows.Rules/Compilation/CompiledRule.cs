namespace Workflows.Rules.Compilation;

/// <summary>One rule of a program over boxed inputs; it throws what its expressions throw.</summary>
internal sealed record CompiledRule(
    string Name,
    string SuccessEvent,
    Func<object?[], bool>? Condition,
    Func<object?[], object?>? Output,
    IReadOnlyList<CompiledRule> Children,
    bool IsOr
);
