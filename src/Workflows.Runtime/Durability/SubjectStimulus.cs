using Workflows.Runtime.Triggers;

namespace Workflows.Runtime.Durability;

/// <summary>A stimulus for one subject: it resumes the subject's instances and starts new ones for it.</summary>
/// <param name="Stimulus">What happened.</param>
public sealed record SubjectStimulus(Stimulus Stimulus) : WorkPayload;
