namespace Workflows.Host.Templates;

/// <summary>How a template is to be installed.</summary>
/// <param name="Values">Values for its parameters.</param>
/// <param name="Replaces">Whether what is there under the same names may be replaced.</param>
/// <param name="Publishes">Whether its journey is published, too.</param>
internal sealed record TemplateWishes(IReadOnlyDictionary<string, string> Values, bool Replaces, bool Publishes);
