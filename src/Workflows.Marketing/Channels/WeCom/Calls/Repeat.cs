namespace Workflows.Marketing.Channels.WeCom.Calls;

/// <summary>When a call may be repeated by itself.</summary>
internal enum Repeat
{
    /// <summary>The call reads, or says how something shall be: a second one changes nothing.</summary>
    Always,

    /// <summary>The call makes something and has no key: repeated only when WeCom surely did not carry it out.</summary>
    WhenSurelyUndone,
}
