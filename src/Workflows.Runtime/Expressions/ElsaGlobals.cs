using System.Text.Json;
using Workflows.Expressions;
using Workflows.Expressions.Evaluation;
using Workflows.Runtime.Activities;

namespace Workflows.Runtime.Expressions;

/// <summary>The functions and objects that scripts and templates of Elsa's documents rely on.</summary>
internal static class ElsaGlobals
{
    private static readonly KeyValuePair<string, ScriptFunction>[] Functions =
    [
        new("getVariable", (scope, arguments) => Run(scope).GetVariable(Name(arguments))),
        new("setVariable", (scope, arguments) => SetVariable(scope, Name(arguments), Argument(arguments, 1))),
        new("getInput", (scope, arguments) => Input(scope, Name(arguments))),
        new("getOutputFrom", (scope, arguments) => Output(scope, Name(arguments), Argument(arguments, 1) as string)),
        new("getLastResult", (scope, _) => Run(scope).Burst.LastResult),
        new("getCorrelationId", (scope, _) => Run(scope).Instance.CorrelationId),
        new(
            "setCorrelationId",
            (scope, arguments) => Run(scope).Instance.CorrelationId = Coerce.To<string>(Argument(arguments, 0))
        ),
        new("getWorkflowInstanceId", (scope, _) => Run(scope).Instance.Id.ToString("N")),
        new("getWorkflowInstanceName", (scope, _) => Run(scope).Instance.Name),
        new(
            "setWorkflowInstanceName",
            (scope, arguments) => Run(scope).Instance.Name = Coerce.To<string>(Argument(arguments, 0))
        ),
        new("getWorkflowDefinitionId", (scope, _) => Run(scope).Instance.Graph.DefinitionId),
        new("getWorkflowDefinitionVersion", (scope, _) => Run(scope).Instance.Graph.Version),
        new("setOutcome", (scope, arguments) => SetOutcomes(scope, [Name(arguments)])),
        new("setOutcomes", (scope, arguments) => SetOutcomes(scope, Coerce.To<string[]>(Argument(arguments, 0)) ?? [])),
        new("toJson", (_, arguments) => JsonSerializer.Serialize(Argument(arguments, 0))),
        new("isNullOrEmpty", (_, arguments) => string.IsNullOrEmpty(Argument(arguments, 0) as string)),
        new("isNullOrWhiteSpace", (_, arguments) => string.IsNullOrWhiteSpace(Argument(arguments, 0) as string)),
        new("newGuid", (scope, _) => Guid.CreateVersion7(Run(scope).Now)),
        new("newGuidString", (scope, _) => Guid.CreateVersion7(Run(scope).Now).ToString()),
        new("getUtcNow", (scope, _) => Run(scope).Now.ToUniversalTime()),
    ];

    private static readonly ScriptObject Variables = new(
        (Scope scope, string name, out object? value) => Run(scope).TryGetVariable(name, out value),
        (scope, name, value) => SetVariable(scope, name, value),
        scope => CompilationScope.VariablesOf(Run(scope).Node).Select(variable => variable.Name)
    );

    private static readonly ScriptObject Inputs = new(
        (Scope scope, string name, out object? value) => Run(scope).TryGetInput(name, out value),
        Names: scope => Run(scope).WorkflowInput.Keys
    );

    public static ScriptGlobals Create(ScriptGlobals host, IEnumerable<string> variables, IEnumerable<string> inputs)
    {
        var functions = new Dictionary<string, ScriptFunction>(StringComparer.Ordinal);
        foreach (var name in inputs)
        {
            functions[$"get{Pascal(name)}"] = (scope, _) => Input(scope, name);
        }
        foreach (var name in variables)
        {
            functions[$"get{Pascal(name)}"] = (scope, _) => Run(scope).GetVariable(name);
            functions[$"set{Pascal(name)}"] = (scope, arguments) => SetVariable(scope, name, Argument(arguments, 0));
        }
        foreach (var (name, function) in Functions.Concat(host.Functions))
        {
            functions[name] = function;
        }
        var objects = new Dictionary<string, ScriptObject>(StringComparer.Ordinal)
        {
            ["variables"] = Variables,
            ["Variables"] = Variables,
            ["Input"] = Inputs,
        };
        foreach (var (name, value) in host.Objects)
        {
            objects[name] = value;
        }
        return new ScriptGlobals(functions, objects);
    }

    private static ActivityExecutionContext Run(Scope scope) => ((ActivityScope)scope).Context;

    private static object? Input(Scope scope, string name) =>
        Run(scope).TryGetInput(name, out var value) ? value : null;

    private static object? SetVariable(Scope scope, string name, object? value)
    {
        Run(scope).SetVariable(name, value);
        return value;
    }

    private static object? SetOutcomes(Scope scope, string[] names)
    {
        Run(scope).Extras.Outcomes = new Outcomes(names);
        return null;
    }

    private static object? Output(Scope scope, string activity, string? output) =>
        Run(scope).GetOutput(activity, output ?? "Result");

    private static string Name(IReadOnlyList<object?> arguments) => Coerce.To<string>(Argument(arguments, 0)) ?? "";

    private static object? Argument(IReadOnlyList<object?> arguments, int index) =>
        index < arguments.Count ? arguments[index] : null;

    private static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
}
