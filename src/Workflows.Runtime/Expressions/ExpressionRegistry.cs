using Workflows.Expressions;

namespace Workflows.Runtime.Expressions;

/// <summary>The notations inputs may be written in, and what scripts can use. Immutable.</summary>
public sealed class ExpressionRegistry
{
    private readonly Dictionary<string, ExpressionKind> _kinds = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Creates a registry with the built-in notations and further ones.</summary>
    /// <param name="further">Further notations; one of a built-in name replaces it.</param>
    /// <param name="globals">What the host adds to scripts and templates.</param>
    /// <param name="lambdaInputs">Typed names the host adds to <c>CSharp</c> expressions; they are resolved by <paramref name="globals"/>' objects or the scope.</param>
    /// <param name="limits">The limits on all texts; null takes the defaults.</param>
    public ExpressionRegistry(
        IEnumerable<ExpressionKind>? further = null,
        ScriptGlobals? globals = null,
        IReadOnlyList<LambdaInput>? lambdaInputs = null,
        ExpressionLimits? limits = null
    )
    {
        Globals = globals ?? ScriptGlobals.Empty;
        LambdaInputs = lambdaInputs ?? [];
        Limits = limits ?? ExpressionLimits.Default;
        ExpressionKind[] own =
        [
            new LiteralKind(),
            new ObjectKind("Object"),
            new ObjectKind("Json"),
            new VariableKind(),
            new InputKind(),
            new OutputKind(),
            new ScriptKind("JavaScript", Notation.JavaScript),
            new ScriptKind("Liquid", Notation.Liquid),
            new LambdaKind("CSharp"),
        ];
        foreach (var kind in own.Concat(further ?? []))
        {
            _kinds[kind.Type] = kind;
        }
    }

    /// <summary>The built-in notations only.</summary>
    public static ExpressionRegistry Default { get; } = new();

    /// <summary>All notations.</summary>
    public IReadOnlyCollection<ExpressionKind> Kinds => _kinds.Values;

    /// <summary>What the host adds to scripts and templates.</summary>
    public ScriptGlobals Globals { get; }

    /// <summary>Typed names the host adds to <c>CSharp</c> expressions.</summary>
    public IReadOnlyList<LambdaInput> LambdaInputs { get; }

    /// <summary>The limits on all texts.</summary>
    public ExpressionLimits Limits { get; }

    /// <summary>A notation by name; null when it is not known.</summary>
    /// <param name="type">The name documents use.</param>
    public ExpressionKind? Find(string type) => _kinds.GetValueOrDefault(type);
}
