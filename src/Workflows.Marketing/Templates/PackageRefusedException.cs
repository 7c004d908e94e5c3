namespace Workflows.Marketing.Templates;

/// <summary>A package that is not what it should be; leaves the reader as a diagnostic.</summary>
internal sealed class PackageRefusedException(string message) : Exception(message);
