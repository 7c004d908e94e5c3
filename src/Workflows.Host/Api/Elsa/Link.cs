namespace Workflows.Host.Api.Elsa;

/// <summary>What may be done with a thing. The Studio reads <paramref name="Rel"/> only: without <c>publish</c> it is read-only.</summary>
internal sealed record Link(string Href, string Rel, string Method);
