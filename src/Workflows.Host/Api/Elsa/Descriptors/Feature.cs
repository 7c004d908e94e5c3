namespace Workflows.Host.Api.Elsa.Descriptors;

/// <summary>Something the server can do, under the name the Studio looks for.</summary>
internal sealed record Feature(string Namespace, string Name, string DisplayName, string Description)
{
    public string FullName => $"{Namespace}.{Name}";
}
