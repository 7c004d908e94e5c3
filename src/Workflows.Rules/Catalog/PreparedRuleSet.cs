using System.Collections.Immutable;
using Workflows.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Compilation;
using Workflows.Rules.Inputs;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;

namespace Workflows.Rules.Catalog;

/// <summary>
/// A rule set ready to be asked with inputs of any kind: by a program compiled for their types where there is one,
/// else by the judge. Safe on every thread; programs are kept by the types of the inputs, up to a bound.
/// </summary>
public sealed class PreparedRuleSet
{
    private const int MaxShapes = 64;

    private readonly JudgedRuleSet _judged;
    private readonly BoundedCache<ShapeKey, RuleSetCompilation> _programs = new(MaxShapes);
    private ImmutableArray<DictionaryProgram> _dictionaries = [];

    /// <summary>Prepares a rule set.</summary>
    /// <param name="judge">The judge that answers what no program does.</param>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="others">Rule sets it may include or ask.</param>
    public PreparedRuleSet(RulesEngineJudge judge, RuleSet ruleSet, IReadOnlyList<RuleSet>? others = null)
    {
        ArgumentNullException.ThrowIfNull(judge);
        _judged = judge.Prepare(ruleSet, others);
    }

    internal PreparedRuleSet(JudgedRuleSet judged)
    {
        _judged = judged;
    }

    /// <summary>The rule set.</summary>
    public RuleSet RuleSet => _judged.RuleSet;

    /// <summary>The name under which rules see a dictionary that is given alone.</summary>
    /// <value>The default value is RulesEngine's name of a first input, <c>input1</c>.</value>
    public string InputName { get; init; } = "input1";

    /// <summary>Asks all rules.</summary>
    /// <param name="inputs">The inputs, by name.</param>
    /// <param name="expected">The types that JSON inputs stand for, if known.</param>
    /// <exception cref="RuleSetException">The rule set does not type-check with inputs of these types.</exception>
    public RuleSetAnswer Evaluate(IReadOnlyList<RuleInput> inputs, InputShape? expected = null)
    {
        var shaped = Fit(inputs, expected);
        return Program(shaped).RuleSet?.Evaluate(shaped.Values) ?? Judge(shaped);
    }

    /// <summary>Asks for the first rule that holds, with its event and output.</summary>
    /// <param name="inputs">The inputs, by name.</param>
    /// <param name="expected">The types that JSON inputs stand for, if known.</param>
    /// <exception cref="RuleSetException">The rule set does not type-check with inputs of these types.</exception>
    public RuleDecision Decide(IReadOnlyList<RuleInput> inputs, InputShape? expected = null)
    {
        var shaped = Fit(inputs, expected);
        return Program(shaped).RuleSet?.Decide(shaped.Values) ?? RuleDecision.Of(Judge(shaped));
    }

    /// <summary>Asks the compiled program only.</summary>
    /// <param name="inputs">The inputs, by name.</param>
    /// <param name="expected">The types that JSON inputs stand for, if known.</param>
    public CompiledAnswer AskCompiled(IReadOnlyList<RuleInput> inputs, InputShape? expected = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var shaped = _judged.Fit(inputs, expected);
        if (shaped.Mistake is { } mistake)
        {
            return new CompiledAnswer(null, [mistake], []);
        }

        var compilation = Compile(shaped.Shape);
        var answer = compilation.RuleSet?.Evaluate(shaped.Values);
        return new CompiledAnswer(
            answer,
            compilation.Diagnostics,
            answer is null && compilation.Succeeded
                ? ["An action reads a value whose type is not the declared one."]
                : compilation.Declined
        );
    }

    /// <summary>The index among the enabled rules of the first one that holds for a dictionary, or -1.</summary>
    /// <param name="input">The dictionary, which rules see as <see cref="InputName"/>.</param>
    /// <remarks>Allocates nothing for dictionaries of plain values, once one of the same names and types was asked about.</remarks>
    /// <exception cref="RuleSetException">The rule set does not type-check with values of these types.</exception>
    public int FirstMatch(IDictionary<string, object?> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        foreach (var program in _dictionaries)
        {
            if (program.FirstMatch(input) is { } rule)
            {
                return rule;
            }
        }

        var shaped = Learn(input);
        return Program(shaped).RuleSet?.FirstMatch(shaped.Values) ?? FirstMatch(Judge(shaped));
    }

    /// <summary>Which of the enabled rules hold for a dictionary.</summary>
    /// <param name="input">The dictionary, which rules see as <see cref="InputName"/>.</param>
    /// <param name="holds">Receives one answer an enabled rule, included ones last.</param>
    /// <returns>The number of rules that hold.</returns>
    /// <exception cref="RuleSetException">The rule set does not type-check with values of these types.</exception>
    public int Matches(IDictionary<string, object?> input, Span<bool> holds)
    {
        ArgumentNullException.ThrowIfNull(input);
        foreach (var program in _dictionaries)
        {
            if (program.Matches(input, holds) is { } count)
            {
                return count;
            }
        }

        var shaped = Learn(input);
        return Program(shaped).RuleSet is { } compiled
            ? compiled.Matches(shaped.Values, holds)
            : Matches(Judge(shaped), holds);
    }

    /// <summary>Asks all rules about a dictionary.</summary>
    /// <param name="input">The dictionary, which rules see as <see cref="InputName"/>.</param>
    /// <exception cref="RuleSetException">The rule set does not type-check with values of these types.</exception>
    public RuleSetAnswer Evaluate(IDictionary<string, object?> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        foreach (var program in _dictionaries)
        {
            if (program.Evaluate(input) is { } answer)
            {
                return answer;
            }
        }

        var shaped = Learn(input);
        return Program(shaped).RuleSet?.Evaluate(shaped.Values) ?? Judge(shaped);
    }

    /// <summary>Compiles the program for inputs of these types now, so that no later question pays for it.</summary>
    /// <returns>The program, all the diagnostics, or the reasons for leaving it to the judge.</returns>
    public RuleSetCompilation Warm(InputShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var compilation = Compile(shape);
        compilation.RuleSet?.Warm();
        return compilation;
    }

    internal JudgedRuleSet Judged => _judged;

    internal RuleSetCompilation Compile(InputShape shape) =>
        _programs.GetOrAdd(new ShapeKey(shape), _ => RuleSetCompiler.Compile(_judged, shape));

    private ShapedInputs Fit(IReadOnlyList<RuleInput> inputs, InputShape? expected)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var shaped = _judged.Fit(inputs, expected);
        return shaped.Mistake is null ? shaped : throw new RuleSetException(RuleSet.Name, [shaped.Mistake]);
    }

    private RuleSetCompilation Program(ShapedInputs shaped)
    {
        var compilation = Compile(shaped.Shape);
        return compilation.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            ? throw new RuleSetException(RuleSet.Name, compilation.Diagnostics)
            : compilation;
    }

    private RuleSetAnswer Judge(ShapedInputs shaped)
    {
        var judgement = _judged.Judge(shaped);
        return judgement.Answer ?? throw new RuleSetException(RuleSet.Name, judgement.Diagnostics);
    }

    /// <summary>Makes an object of a dictionary, and a program for the next ones like it.</summary>
    private ShapedInputs Learn(IDictionary<string, object?> input)
    {
        var shaped = Fit([new RuleInput(InputName, input)], null);
        if (
            _dictionaries.Length < MaxShapes
            && DictionaryReader.IsPlain(input)
            && Program(shaped).Succeeded
            && RuleSetCompiler.CompileFlat(_judged, shaped.Shape) is { } flat
        )
        {
            var program = new DictionaryProgram(flat, input);
            ImmutableInterlocked.Update(ref _dictionaries, known => known.Add(program));
        }

        return shaped;
    }

    private static int FirstMatch(RuleSetAnswer answer)
    {
        for (var rule = 0; rule < answer.Results.Count; rule++)
        {
            if (answer.Results[rule].IsSuccess)
            {
                return rule;
            }
        }

        return -1;
    }

    private static int Matches(RuleSetAnswer answer, Span<bool> holds)
    {
        for (var rule = 0; rule < answer.Results.Count; rule++)
        {
            holds[rule] = answer.Results[rule].IsSuccess;
        }

        return answer.Results.Count(result => result.IsSuccess);
    }
}
