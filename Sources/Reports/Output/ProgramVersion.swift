/// Of the program that says something.
package let programVersion = "0.1.0"
