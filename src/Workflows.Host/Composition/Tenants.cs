namespace Workflows.Host.Composition;

/// <summary>Rows carry a tenant from the first day; this host serves one.</summary>
internal static class Tenants
{
    public const int Default = 1;
}
