namespace Workflows.Benchmarks.Groups.Studio;

/// <summary>One call of the designer.</summary>
/// <param name="Name">What is asked, in a few words.</param>
/// <param name="Path">The path under <c>/elsa/api/</c>.</param>
/// <param name="Body">What is posted; null for a GET.</param>
internal sealed record StudioQuestion(string Name, string Path, object? Body = null);
