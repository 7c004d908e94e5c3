using Workflows.Runtime.Triggers;

namespace Workflows.Runtime.Execution;

/// <summary>Asks for a stimulus to be routed: it may start workflows and resume waiting ones.</summary>
/// <param name="Key">Identifies the effect.</param>
/// <param name="Stimulus">The stimulus.</param>
public sealed record PublishStimulus(string Key, Stimulus Stimulus) : Effect(Key);
