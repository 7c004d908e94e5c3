using Workflows.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Binding;
using Workflows.Rules.Inputs;
using Workflows.Rules.Json;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;

namespace Workflows.Rules.Validation;

/// <summary>Finds every mistake of a rule document at once: structure, references, expressions and their types.</summary>
public static class RuleSetValidator
{
    /// <summary>Checks the text of a document.</summary>
    /// <param name="json">One rule set or a list of them.</param>
    /// <param name="shape">The inputs the rules will be asked with; without it expressions are checked for syntax only.</param>
    /// <param name="others">Rule sets outside the document that it may include or ask.</param>
    /// <param name="customTypes">Types whose members the expressions may use besides those of the inputs.</param>
    /// <param name="limits">What the document may cost; <see cref="RuleSetLimits.Default"/> unless given.</param>
    /// <returns>
    /// All diagnostics, in the document's order; empty when there is nothing to say. Paths are JSON paths of the
    /// document, spans are offsets into the expression at the path (or into the document where it is no JSON).
    /// </returns>
    public static IReadOnlyList<Diagnostic> Validate(
        string json,
        InputShape? shape = null,
        IReadOnlyList<RuleSet>? others = null,
        IReadOnlyCollection<Type>? customTypes = null,
        RuleSetLimits? limits = null
    ) => Validate(RuleSetReader.Read(json, limits), shape, others, customTypes, limits: limits);

    /// <summary>Checks a document that was read; what reading found is part of the answer.</summary>
    /// <param name="reading">The document.</param>
    /// <param name="shape">The inputs the rules will be asked with; without it expressions are checked for syntax only.</param>
    /// <param name="others">Rule sets outside the document that it may include or ask.</param>
    /// <param name="customTypes">Types whose members the expressions may use besides those of the inputs.</param>
    /// <param name="customActions">Actions the rules may name besides the built-in ones.</param>
    /// <param name="limits">What the document may cost; <see cref="RuleSetLimits.Default"/> unless given.</param>
    /// <returns>All diagnostics, in the document's order; empty when there is nothing to say.</returns>
    public static IReadOnlyList<Diagnostic> Validate(
        RuleSetReading reading,
        InputShape? shape = null,
        IReadOnlyList<RuleSet>? others = null,
        IReadOnlyCollection<Type>? customTypes = null,
        IReadOnlyDictionary<string, CustomAction>? customActions = null,
        RuleSetLimits? limits = null
    ) =>
        Validate(
            reading,
            ruleSet => DeclaredInputs.ShapeOf(ruleSet, shape),
            others,
            customTypes,
            customActions,
            limits
        );

    /// <summary>The same where each rule set of the document may have a shape of its own.</summary>
    internal static IReadOnlyList<Diagnostic> Validate(
        RuleSetReading reading,
        Func<RuleSet, InputShape?> shapeOf,
        IReadOnlyList<RuleSet>? others,
        IReadOnlyCollection<Type>? customTypes,
        IReadOnlyDictionary<string, CustomAction>? customActions,
        RuleSetLimits? limits = null
    )
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (!reading.Succeeded)
        {
            return reading.Diagnostics;
        }

        var library = new RuleLibrary([.. reading.RuleSets, .. others ?? []], customActions)
        {
            Limits = limits ?? RuleSetLimits.Default,
        };
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var diagnostics = new List<Diagnostic>();
        for (var index = 0; index < reading.RuleSets.Count; index++)
        {
            var ruleSet = reading.RuleSets[index];
            var path = reading.PathOf(index);
            if (ruleSet.Name.Length > 0 && !names.Add(ruleSet.Name))
            {
                diagnostics.Add(
                    new Diagnostic(
                        RuleDiagnosticCodes.DuplicateRuleSet,
                        $"Another rule set of the document is named '{ruleSet.Name}', too.",
                        $"{path}.{RuleSetWords.SetName}"
                    )
                );
            }

            diagnostics.AddRange(Validate(ruleSet, shapeOf(ruleSet), library, customTypes ?? [], path));
        }

        return diagnostics;
    }

    internal static IReadOnlyList<Diagnostic> Validate(
        RuleSet ruleSet,
        InputShape? shape,
        RuleLibrary library,
        IReadOnlyCollection<Type> customTypes,
        string path = "$"
    ) =>
        [
            .. StructureCheck.Run(ruleSet, library, path),
            .. shape is null
                ? SyntaxCheck.Run(ruleSet, customTypes, library.Limits, path)
                : RuleSetBinder.Bind(ruleSet, shape, library, customTypes, path).Diagnostics,
        ];
}
