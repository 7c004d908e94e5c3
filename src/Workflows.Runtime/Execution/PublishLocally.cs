using Workflows.Runtime.Triggers;

namespace Workflows.Runtime.Execution;

/// <summary>A stimulus for the instance itself: when the burst comes to rest it becomes one <see cref="ResumeInstance"/> for each bookmark that waits for it.</summary>
internal sealed record PublishLocally(string Key, Stimulus Stimulus) : Effect(Key);
