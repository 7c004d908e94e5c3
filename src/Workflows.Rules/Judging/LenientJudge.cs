using System.Text.Json;
using RulesEngine.ExpressionBuilders;
using RulesEngine.Models;
using Workflows.Rules.Catalog;
using Engine = RulesEngine.RulesEngine;

namespace Workflows.Rules.Judging;

/// <summary>
/// Microsoft's RulesEngine asked in its own way: documents in its reading, mistakes as its settings say (a rule that
/// cannot be parsed does not hold), no allow-list. For documents one trusts and for comparison; what customers and
/// tenants write goes to <see cref="RulesEngineJudge"/>, where a mistake is a diagnostic and never an answer.
/// </summary>
/// <remarks>Safe on every thread. Compiled rules are kept by name and input types, up to RulesEngine's own bound of 1,000.</remarks>
public sealed class LenientJudge
{
    private readonly Engine _engine;
    private readonly RuleExpressionParser _parser;

    /// <summary>Creates a judge of documents.</summary>
    /// <param name="documents">RulesEngine workflows, one JSON text each.</param>
    /// <param name="settings">How mistakes are answered, and what is registered.</param>
    /// <exception cref="JsonException">A document cannot be read.</exception>
    /// <exception cref="RulesEngine.Exceptions.RuleValidationException">A document is not valid.</exception>
    public LenientJudge(IReadOnlyList<string> documents, JudgeSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var engineSettings = (settings ?? new JudgeSettings()).ToEngine();
        _engine = new Engine([.. documents], engineSettings);
        _parser = new RuleExpressionParser(engineSettings);
    }

    /// <summary>The names of the workflows there are.</summary>
    public IReadOnlyList<string> RuleSets => _engine.GetAllRegisteredWorkflowNames();

    /// <summary>Whether there is a workflow of that name.</summary>
    public bool Contains(string name) => _engine.ContainsWorkflow(name);

    /// <summary>Adds a workflow whose name is new.</summary>
    /// <exception cref="RulesEngine.Exceptions.RuleValidationException">The document is not valid, or its name is taken.</exception>
    public void Add(string document) => _engine.AddWorkflow(Read(document));

    /// <summary>Adds a workflow, or replaces the one of that name.</summary>
    /// <exception cref="RulesEngine.Exceptions.RuleValidationException">The document is not valid.</exception>
    public void AddOrUpdate(string document) => _engine.AddOrUpdateWorkflow(Read(document));

    /// <summary>Removes a workflow; nothing happens when there is none of that name.</summary>
    public void Remove(string name) => _engine.RemoveWorkflow(name);

    /// <summary>Removes all workflows.</summary>
    public void Clear() => _engine.ClearWorkflows();

    /// <summary>Asks all rules of a workflow, and runs their actions unless the settings say otherwise.</summary>
    /// <param name="name">The workflow's name.</param>
    /// <param name="inputs">The inputs; RulesEngine calls those without a name <c>input1</c>, <c>input2</c> …</param>
    /// <exception cref="ArgumentException">There is no such workflow.</exception>
    public async ValueTask<JudgedRules> ExecuteAllRulesAsync(string name, IReadOnlyList<RuleInput> inputs) =>
        new([.. (await _engine.ExecuteAllRulesAsync(name, Parameters(inputs))).Select(LenientResults.Of)]);

    /// <summary>Asks one rule and runs its action.</summary>
    /// <param name="name">The workflow's name.</param>
    /// <param name="rule">The rule's name.</param>
    /// <param name="inputs">The inputs.</param>
    /// <exception cref="ArgumentException">There is no such workflow or rule.</exception>
    public async ValueTask<JudgedAction> ExecuteActionWorkflowAsync(
        string name,
        string rule,
        IReadOnlyList<RuleInput> inputs
    )
    {
        var result = await _engine.ExecuteActionWorkflowAsync(name, rule, Parameters(inputs));
        return new JudgedAction(result.Output, result.Exception, [.. (result.Results ?? []).Select(LenientResults.Of)]);
    }

    /// <summary>Evaluates one expression.</summary>
    /// <typeparam name="T">The type of the value; <see cref="object"/> for whatever it is.</typeparam>
    /// <param name="expression">The expression.</param>
    /// <param name="inputs">What it may refer to by name.</param>
    public T? Evaluate<T>(string expression, IReadOnlyList<RuleInput> inputs) =>
        _parser.Evaluate<T>(expression, Parameters(inputs));

    private static RuleParameter[] Parameters(IReadOnlyList<RuleInput> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return [.. inputs.Select(Parameter)];
    }

    private static RuleParameter Parameter(RuleInput input) =>
        input is { Value: null, DeclaredType: { } type }
            ? RuleParameter.Create(input.Name, type)
            : new RuleParameter(input.Name, input.Value);

    private static Workflow Read(string document) => JsonSerializer.Deserialize<Workflow>(document)!;
}
