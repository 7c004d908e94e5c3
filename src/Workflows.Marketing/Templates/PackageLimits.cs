namespace Workflows.Marketing.Templates;

/// <summary>How large a package may be; what is larger is refused before it is unpacked further.</summary>
internal static class PackageLimits
{
    /// <summary>Bytes of the package.</summary>
    public const int Packed = 16 * 1024 * 1024;

    /// <summary>Bytes of one file, unpacked.</summary>
    public const int File = 4 * 1024 * 1024;

    /// <summary>Bytes of all files, unpacked.</summary>
    public const int Unpacked = 32 * 1024 * 1024;

    /// <summary>Files.</summary>
    public const int Files = 256;
}
