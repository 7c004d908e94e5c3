using System.Text.Json.Nodes;
using Workflows.WeComEmulator.Calls;

namespace Workflows.WeComEmulator.Members;

/// <summary>The address book.</summary>
internal static class MemberApi
{
    public static IEnumerable<ApiMethod> Methods { get; } =
    [
        ApiMethod.Get("externalcontact/get_follow_user_list", FollowUsers),
        ApiMethod.Get("user/get", call => Answer.Ok(Shape(call.Member(call.Asked("userid"))))),
        ApiMethod.Get("user/list", List),
        ApiMethod.Get("user/simplelist", SimpleList),
        ApiMethod.Get("department/list", Departments),
    ];

    private static IEnumerable<Member> Visible(Call call) =>
        call.Company.Members.Values.Where(member => member.ResignedAt is null && call.App.Sees(member.UserId));

    private static JsonObject FollowUsers(Call call) =>
        Answer.Ok(new { follow_user = Visible(call).Where(member => member.CanServe).Select(member => member.UserId) });

    private static JsonObject List(Call call) => Answer.Ok(new { userlist = Visible(call).Select(Shape) });

    private static JsonObject SimpleList(Call call) =>
        Answer.Ok(
            new
            {
                userlist = Visible(call)
                    .Select(member => new
                    {
                        userid = member.UserId,
                        name = member.Name,
                        department = new[] { member.Department },
                    }),
            }
        );

    private static JsonObject Departments(Call call) =>
        Answer.Ok(
            new
            {
                department = Visible(call)
                    .GroupBy(member => member.Department)
                    .OrderBy(department => department.Key)
                    .Select(department => new
                    {
                        id = department.Key,
                        name = department.First().Store,
                        parentid = department.Key == 1 ? 0 : 1,
                        order = department.Key,
                    }),
            }
        );

    private static object Shape(Member member) =>
        new
        {
            userid = member.UserId,
            name = member.Name,
            department = new[] { member.Department },
            position = member.Position,
            status = member.IsActivated ? 1 : 4,
        };
}
