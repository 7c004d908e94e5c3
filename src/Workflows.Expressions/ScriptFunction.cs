namespace Workflows.Expressions;

/// <summary>A function the host offers to scripts.</summary>
/// <param name="scope">The scope of the evaluation that calls it.</param>
/// <param name="arguments">The arguments, converted to plain .NET values.</param>
/// <returns>The answer; plain values, lists and dictionaries reach the script as its own kinds.</returns>
public delegate object? ScriptFunction(Scope scope, IReadOnlyList<object?> arguments);
