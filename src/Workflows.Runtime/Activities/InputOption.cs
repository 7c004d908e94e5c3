namespace Workflows.Runtime.Activities;

/// <summary>One choice of a drop-down input.</summary>
/// <param name="Text">What the operator reads.</param>
/// <param name="Value">What the definition stores.</param>
public sealed record InputOption(string Text, string Value);
