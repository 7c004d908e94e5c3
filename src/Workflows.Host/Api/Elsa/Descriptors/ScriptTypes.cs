using System.Globalization;
using System.Text;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Json;

namespace Workflows.Host.Api.Elsa.Descriptors;

/// <summary>The TypeScript declarations of what JavaScript expressions may use.</summary>
internal static class ScriptTypes
{
    private const string Globals = """
        declare function getVariable(name: string): any;
        declare function setVariable(name: string, value: any): void;
        declare function getInput(name: string): any;
        declare function getOutputFrom(activity: string, output?: string): any;
        declare function getLastResult(): any;
        declare function getCorrelationId(): string;
        declare function setCorrelationId(value: string): void;
        declare function getWorkflowInstanceId(): string;
        declare function getWorkflowDefinitionId(): string;
        declare function getWorkflowDefinitionVersion(): number;
        declare function toJson(value: any): string;
        declare function parseGuid(value: string): string;
        declare function newGuid(): string;

        """;

    public static string Of(StoredDefinition? stored)
    {
        var text = new StringBuilder(Globals);
        if (stored is null || ElsaReader.Read(stored.Json).Definition is not { } definition)
        {
            return text.ToString();
        }

        text.Append("declare const variables: {");
        foreach (var variable in definition.Variables.Where(variable => IsName(variable.Name)))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $" {variable.Name}: {TypeOf(variable.TypeName, variable.IsArray)};"
            );
        }

        text.AppendLine(" };");
        foreach (var variable in definition.Variables.Where(variable => IsName(variable.Name)))
        {
            var type = TypeOf(variable.TypeName, variable.IsArray);
            text.AppendLine(CultureInfo.InvariantCulture, $"declare function get{variable.Name}(): {type};");
            text.AppendLine(CultureInfo.InvariantCulture, $"declare function set{variable.Name}(value: {type}): void;");
        }

        foreach (var input in definition.Inputs.Where(input => IsName(input.Name)))
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"declare function get{input.Name}(): {TypeOf(input.TypeName, input.IsArray)};"
            );
        }

        return text.ToString();
    }

    // What is no identifier cannot be called by its name anyway.
    private static bool IsName(string name) =>
        name.Length > 0
        && !char.IsAsciiDigit(name[0])
        && name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '$');

    private static string TypeOf(string typeName, bool isArray)
    {
        var type = typeName switch
        {
            "String" or "Guid" or "TimeSpan" => "string",
            "Boolean" => "boolean",
            "Int16" or "Int32" or "Int64" or "Single" or "Double" or "Decimal" => "number",
            "DateTime" or "DateTimeOffset" => "Date",
            _ => "any",
        };
        return isArray ? type + "[]" : type;
    }
}
