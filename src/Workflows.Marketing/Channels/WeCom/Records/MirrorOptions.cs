using System.ComponentModel.DataAnnotations;
using Workflows.Marketing.Composition;

namespace Workflows.Marketing.Channels.WeCom.Records;

/// <summary>What of our records is told to WeCom.</summary>
public sealed class MirrorOptions
{
    /// <summary>Which tags.</summary>
    /// <value>The default value is <see cref="MirrorTags.Known"/>.</value>
    public MirrorTags Tags { get; set; } = MirrorTags.Known;

    /// <summary>The group that tags are made in.</summary>
    /// <value>The default value is 旅程标签.</value>
    [Required]
    [StringLength(30, MinimumLength = 1)]
    public string TagGroup { get; set; } = "旅程标签";

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">They are wrong; the message lists all mistakes.</exception>
    public void ThrowIfInvalid() => ValidOptions.ThrowIfInvalid(this);
}
