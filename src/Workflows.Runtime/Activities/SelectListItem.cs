namespace Workflows.Runtime.Activities;

/// <summary>One choice of a drop-down, under the name Elsa has for it.</summary>
/// <param name="Text">What the operator reads.</param>
/// <param name="Value">What the definition stores.</param>
public sealed record SelectListItem(string Text, string Value);
