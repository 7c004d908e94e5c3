using Workflows.WeComEmulator.Members;

namespace Workflows.WeComEmulator.Phones;

/// <summary>A member's phone: what waits for a touch, and who is served.</summary>
internal sealed record StaffPhone(
    string Id,
    string Name,
    string Position,
    string Store,
    string Company,
    DateTimeOffset Now,
    bool IsAutomatic,
    IReadOnlyList<StaffTask> Tasks,
    IReadOnlyList<PhoneRequest> Requests,
    IReadOnlyList<StaffNotice> Notices,
    IReadOnlyList<PhoneChat> Chats
);
