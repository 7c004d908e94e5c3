using Workflows.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Binding;
using Workflows.Rules.Cases.Coverage;
using Workflows.Rules.Catalog;
using Workflows.Rules.Inputs;
using Workflows.Rules.Json;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;
using Workflows.Rules.Validation;

namespace Workflows.Rules.Cases;

/// <summary>Runs the cases a rule document carries beside it.</summary>
public sealed class RuleCaseRunner
{
    /// <summary>The name of the rule document in a folder.</summary>
    public const string RulesFile = "rules.json";

    /// <summary>The name of the cases in a folder.</summary>
    public const string CasesFile = "cases.json";

    private readonly RulesEngineJudge _judge;
    private readonly InputShape? _shape;

    /// <summary>Creates a runner.</summary>
    /// <param name="judge">Who answers.</param>
    /// <param name="shape">The types of the inputs in production, if known: members of the cases' JSON take these types.</param>
    public RuleCaseRunner(RulesEngineJudge judge, InputShape? shape = null)
    {
        _judge = judge;
        _shape = shape;
    }

    /// <summary>Rule sets that are asked with inputs of their own, by name.</summary>
    /// <value>The default value is none.</value>
    public IReadOnlyDictionary<string, RuleSetUse> Uses { get; init; } =
        new Dictionary<string, RuleSetUse>(StringComparer.Ordinal);

    /// <summary>Runs a folder with <see cref="RulesFile"/> and <see cref="CasesFile"/>, and those of its subfolders that have both.</summary>
    /// <param name="folder">The folder's path.</param>
    /// <returns>One report a folder with both files, by path; empty when there is none.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public IReadOnlyList<RuleCaseReport> RunFolder(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return
        [
            .. Directory
                .EnumerateFiles(folder, CasesFile, SearchOption.AllDirectories)
                .Select(file => Path.GetDirectoryName(file)!)
                .Where(place => File.Exists(Path.Combine(place, RulesFile)))
                .Order(StringComparer.Ordinal)
                .Select(place =>
                    Run(
                        File.ReadAllText(Path.Combine(place, RulesFile)),
                        File.ReadAllText(Path.Combine(place, CasesFile)),
                        Path.GetFileName(Path.GetFullPath(place))
                    )
                ),
        ];
    }

    /// <summary>Runs the cases of one rule document.</summary>
    /// <param name="rules">The text of the rule document.</param>
    /// <param name="cases">The text of the cases.</param>
    /// <param name="name">The report's name where the document gives none.</param>
    public RuleCaseReport Run(string rules, string cases, string name = "")
    {
        var reading = RuleSetReader.Read(rules);
        var file = RuleCaseReader.Read(cases);
        IReadOnlyList<Diagnostic> diagnostics =
        [
            .. In(RulesFile, RuleSetValidator.Validate(reading, DeclaredShapeOf, null, _judge.CustomTypes, null)),
            .. In(CasesFile, file.Diagnostics),
        ];
        if (
            !reading.Succeeded
            || !file.Succeeded
            || diagnostics.Any(found => found.Severity == DiagnosticSeverity.Error)
        )
        {
            return new RuleCaseReport(name, [], diagnostics);
        }

        if (Choose(reading.RuleSets, file.RuleSet) is not { } ruleSet)
        {
            var message = $"The document has no rule set '{file.RuleSet}'.";
            return new RuleCaseReport(
                name,
                [],
                [new Diagnostic(RuleDiagnosticCodes.UnknownRuleSet, message, $"{CasesFile}: $.ruleSet")]
            );
        }

        var judged = _judge.Prepare(ruleSet, reading.RuleSets);
        var coverage = new CoverageCount(
            ruleSet,
            new RuleLibrary(reading.RuleSets, _judge.CustomActions),
            _judge.CustomTypes
        );
        RuleCaseResult[] results = [.. file.Cases.Select(item => Run(judged, item, coverage))];
        return new RuleCaseReport(ruleSet.Name, results, diagnostics) { Coverage = coverage.Finish() };
    }

    // Without inputs of its own a rule set may be asked with anything: its cases say with what.
    private InputShape? DeclaredShapeOf(RuleSet ruleSet) =>
        DeclaredInputs.Exist(ruleSet) ? DeclaredInputs.ShapeOf(ruleSet, _shape) : null;

    private RuleCaseResult Run(JudgedRuleSet ruleSet, RuleCase item, CoverageCount coverage)
    {
        RuleInput[] inputs = [.. item.Inputs.EnumerateObject().Select(input => new RuleInput(input.Name, input.Value))];
        var shape = Uses.TryGetValue(ruleSet.RuleSet.Name, out var use)
            ? use.Shape
            : DeclaredInputs.ShapeOf(ruleSet.RuleSet, _shape);
        var judgement = ruleSet.Judge(inputs, shape);
        var expected = Describe(item.SuccessEvents, item.Output is { } output ? CaseValue.Text(output) : null);
        if (judgement.Answer is not { } answer)
        {
            var mistake = judgement.Diagnostics.First(found => found.Severity == DiagnosticSeverity.Error);
            return new RuleCaseResult(item, expected, $"{mistake.Path}: {mistake.Code} {mistake.Message}", false);
        }

        coverage.Add(inputs, shape, answer);
        string[] events = [.. answer.Results.Where(result => result.IsSuccess).Select(result => result.SuccessEvent!)];
        var got = answer.First?.Output;
        var passed =
            (item.SuccessEvents is null || item.SuccessEvents.SequenceEqual(events, StringComparer.Ordinal))
            && (item.Output is not { } value || CaseValue.Same(value, got));
        return new RuleCaseResult(
            item,
            expected,
            Describe(item.SuccessEvents is null ? null : events, item.Output is null ? null : CaseValue.Text(got))
                + Faults(answer),
            passed
        );
    }

    private static string Describe(IReadOnlyList<string>? events, string? output)
    {
        string?[] parts =
        [
            events is null ? null : $"[{string.Join(", ", events)}]",
            output is null ? null : $"output {output}",
        ];
        return string.Join(", ", parts.Where(part => part is not null));
    }

    private static string Faults(RuleSetAnswer answer)
    {
        var faults = answer
            .Results.Where(result => result.IsFaulted)
            .Select(result => $"; {result.Rule}: {result.Message}");
        return string.Concat(faults);
    }

    private static RuleSet? Choose(IReadOnlyList<RuleSet> ruleSets, string? name) =>
        name is null
            ? ruleSets[0]
            : ruleSets.FirstOrDefault(ruleSet => string.Equals(ruleSet.Name, name, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<Diagnostic> In(string file, IReadOnlyList<Diagnostic> diagnostics) =>
        diagnostics.Select(found => found with { Path = $"{file}: {found.Path}" });
}
