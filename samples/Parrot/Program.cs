using Parrot;

var conversation = Scripts.Parrot.Start();
Console.WriteLine(conversation.Script.Greeting);
while (!conversation.IsOver && Console.ReadLine() is { } line)
{
    Console.WriteLine(conversation.Reply(line));
}
