namespace Workflows.Host.Api.Templates;

/// <summary>How a template of the library is to be installed.</summary>
/// <param name="Parameters">Values for its parameters, by name; the others keep their defaults.</param>
/// <param name="Replace">Whether what is there under the same names may be replaced. The default is false.</param>
/// <param name="Publish">Whether its journey is published at once. The default is false: it is a draft.</param>
internal sealed record TemplateInstall(
    IReadOnlyDictionary<string, string>? Parameters = null,
    bool? Replace = null,
    bool? Publish = null
);
