namespace Workflows.Runtime.Triggers;

/// <summary>Something that happened outside and may start or resume workflows.</summary>
/// <param name="Name">What kind of thing, for example <c>Elsa.Event</c>.</param>
/// <param name="Key">What it is about: a text, or an object whose JSON form counts; null matches on the name alone.</param>
/// <param name="Payload">What it carries to the workflow.</param>
/// <param name="CorrelationId">Narrows the instances it resumes to those with exactly this id; null resumes all that match.</param>
public sealed record Stimulus(string Name, object? Key = null, object? Payload = null, string? CorrelationId = null)
{
    private Guid? _hash;

    /// <summary>What triggers and bookmarks are found by.</summary>
    public Guid Hash => _hash ??= StimulusHash.Of(Name, Key);

    /// <summary>Becomes the workflow input of the burst it causes; null for none.</summary>
    public IReadOnlyDictionary<string, object?>? Input { get; init; }
}
