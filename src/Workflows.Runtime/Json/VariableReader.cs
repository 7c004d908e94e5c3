using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Evaluation;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Json;

/// <summary>Reads declarations of variables.</summary>
internal static class VariableReader
{
    public static List<VariableDefinition> ReadAll(JsonElement json, string path, List<Diagnostic> diagnostics)
    {
        var variables = new List<VariableDefinition>();
        foreach (var item in json.Items())
        {
            if (item.ValueKind != JsonValueKind.Object)
            {
                diagnostics.Add(
                    new Diagnostic(
                        WorkflowCodes.WrongShape,
                        "A variable is a JSON object.",
                        $"{path}[{variables.Count}]"
                    )
                );
                continue;
            }
            var value = item.Member("value");
            if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null or JsonValueKind.Undefined))
            {
                diagnostics.Add(
                    new Diagnostic(
                        WorkflowCodes.WrongShape,
                        $"The value of variable '{item.Member("name").AsText()}' must be text or null, whatever its type.",
                        $"{path}[{variables.Count}].value",
                        Remedy: "Put the value in quotation marks."
                    )
                );
            }
            variables.Add(Read(item));
        }
        return variables;
    }

    public static VariableDefinition Read(JsonElement item)
    {
        var name = item.Member("name").AsText() ?? "";
        return new VariableDefinition(
            item.Member("id").AsText() ?? name,
            name,
            item.Member("typeName").AsText() ?? item.Member("type").AsText() ?? "Object",
            item.Member("isArray").AsTruth(),
            item.Member("value").AsText(),
            item.Member("storageDriverTypeName").AsText()
        );
    }

    public static Variable Create(VariableDefinition definition, string path, List<Diagnostic> diagnostics)
    {
        var type = TypeAliases.Resolve(definition.TypeName, definition.IsArray);
        object? value = null;
        if (definition.Value is { } text && !Coerce.TryTo(text, type, out value))
        {
            diagnostics.Add(
                new Diagnostic(
                    WorkflowCodes.LostLiteral,
                    $"The first value of variable '{definition.Name}', '{text}', is not of type {definition.TypeName}; it would silently become {(value is null ? "nothing" : $"'{value}'")}.",
                    path,
                    Remedy: "Write a value of that type.",
                    Severity: DiagnosticSeverity.Warning
                )
            );
        }
        return new Variable(definition.Name, value, definition.Id) { DeclaredType = type };
    }
}
