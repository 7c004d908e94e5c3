namespace Workflows.Rules.Explaining;

/// <summary>A parameter with its value. Parameters are worked out before the conditions that see them, used or not.</summary>
/// <param name="Name">The name under which conditions use it.</param>
/// <param name="Value">Its expression.</param>
public sealed record ParamExplanation(string Name, PartExplanation Value);
