using Workflows.Runtime.Triggers;

namespace Workflows.Runtime.Execution;

/// <summary>Asks for a stimulus to reach the turn's subject and nobody else: it may start workflows for it and resume those that wait.</summary>
/// <param name="Key">Identifies the effect.</param>
/// <param name="Stimulus">The stimulus.</param>
public sealed record TellSubject(string Key, Stimulus Stimulus) : Effect(Key);
