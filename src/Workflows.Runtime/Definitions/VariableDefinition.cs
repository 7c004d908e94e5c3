namespace Workflows.Runtime.Definitions;

/// <summary>A variable as a document declares it.</summary>
/// <param name="Id">Identifies it; expressions and output bindings use it.</param>
/// <param name="Name">The name scripts use.</param>
/// <param name="TypeName">The alias of its type, for example <c>Int32</c>.</param>
/// <param name="IsArray">Whether it holds a list of that type.</param>
/// <param name="Value">The first value as text; null for none.</param>
/// <param name="StorageDriverTypeName">Where the designer says it is kept; informative.</param>
public sealed record VariableDefinition(
    string Id,
    string Name,
    string TypeName,
    bool IsArray,
    string? Value,
    string? StorageDriverTypeName
);
