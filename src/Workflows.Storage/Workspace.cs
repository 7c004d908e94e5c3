namespace Workflows.Storage;

internal static class Workspace
{
    /// <summary>The tenant that definitions and rule sets belong to: their contracts do not name one yet, their rows do.</summary>
    public const int Tenant = 1;
}
